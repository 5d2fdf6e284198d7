/** What `README.txt` in every workspace file says, so that the file can be read without Muster. */
export const readme = `This is a Muster workspace: organisations that may form a consortium, the tenders they look at, their joint bids, and the
record of what was done.
It is an ordinary zip file. You can read it without Muster.

  manifest.json        What the file is: format and schema version, the workspace, when and by what it was saved, how many
                       rows each table has, and the SHA-256 and length of every other file here.
  tables/              JSON Lines in UTF-8: one record a line, as a JSON object.
    organisations      The organisations.
    tenders            The procurements, with every date and the published notices word for word ("json").
    bids               The joint bids: members, shares, requirements, conditions, questions and answers, and the choices
                       for the consortium agreement.
    capabilities       What a bid may need, by group.
    capabilityProfiles What each organisation ("id") can do, by capability: level 0 to 4, how sure, and a note.
    history            One change a line, oldest first: when, what, and what changed of the rows, before and after.
    retentionRules     How long personal data of each kind is kept after it was last needed, in days, and why.
  attachments/         Files kept as evidence and tender documents, each named by the SHA-256 of its bytes. The name a file had and the record
                       it belongs to stand in the tables ("evidence", "documents"); its type, in the manifest.

Money is in whole pence, shares in hundredths of a per cent. Days are YYYY-MM-DD; moments are in UTC (ISO 8601). "unknown" and null mean not known.

Muster checks every length and hash when it opens a workspace, and opens none that was changed by hand.
`;
