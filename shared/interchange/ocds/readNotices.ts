import { err, ok, type Result } from '../../domain/basics/result.ts';
import { bytesToText, type Encoding } from './bytesToText.ts';
import { isObject } from './fields.ts';
import { type IdentifiedRelease, identifyRelease } from './identifyRelease.ts';
import { locateJsonProblem } from './jsonProblem.ts';
import type { MappedRelease } from './mappedRelease.ts';
import { mapRelease } from './mapRelease.ts';
import type { NoticeFileProblem } from './noticeFileProblem.ts';

type Identified = Pick<MappedRelease, 'ocid' | 'releaseId' | 'publishedAt'>;

/** What a file of notices holds. */
export interface ReadNotices<Release = MappedRelease> {
  readonly releases: readonly Release[];
  readonly encoding: Encoding;
  /** What there is to say of the file as a whole. */
  readonly remarks: readonly string[];
}

/**
 * Notices from a file in the Open Contracting Data Standard (1.1): a release, a list of releases, release packages and record packages,
 * the older search results of Contracts Finder, and JSON Lines of any of these, as Find a Tender, Contracts Finder, Public Contracts Scotland and Sell2Wales serve them. Accepted by what is there, never by a schema:
 * UK services publish fields that no schema has.
 */
export function readNotices(bytes: Uint8Array): Result<ReadNotices, NoticeFileProblem> {
  return readReleases(bytes, mapRelease);
}

/** The same notices, only told apart: to store a file that a person has looked through already. */
export function identifyNotices(bytes: Uint8Array): Result<ReadNotices<IdentifiedRelease>, NoticeFileProblem> {
  return readReleases(bytes, identifyRelease);
}

function readReleases<Release extends Identified>(
  bytes: Uint8Array,
  read: (raw: Readonly<Record<string, unknown>>) => Release,
): Result<ReadNotices<Release>, NoticeFileProblem> {
  const decoded = bytesToText(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding, doubt } = decoded.value;
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const { json, badLines } = parsed.value;
  const found = findReleases(json);
  if (found === null) {
    const first: unknown = Array.isArray(json) ? json[0] : json;
    return err({ kind: 'notOcds', keys: isObject(first) ? Object.keys(first).slice(0, 5) : [] });
  }
  if (found.releases.length === 0 && found.unreadable === 0) return err({ kind: 'noReleases' });

  const { kept, repeated } = withoutRepeats(found.releases.map(read));
  const remarks = [
    doubt,
    ...badLines,
    repeated > 0
      ? `${countOf(repeated, 'release')} stood in the file more than once and ${wasOrWere(repeated)} taken once.`
      : null,
    found.unreadable > 0
      ? `${countOf(found.unreadable, 'entry', 'entries')} of the list ${wasOrWere(found.unreadable)} not a release.`
      : null,
    found.hasNextPage ? 'This file is one page of several: the service has more notices for the same question.' : null,
  ].filter((remark) => remark !== null);
  return ok({ releases: kept, encoding, remarks });
}

interface Parsed {
  readonly json: unknown;
  /** A sentence for each line of JSON Lines that could not be read. */
  readonly badLines: readonly string[];
}

/** A JSON document, or JSON Lines: a value in each line, as whole years of notices are handed out. */
function parse(text: string): Result<Parsed, NoticeFileProblem> {
  try {
    const json: unknown = JSON.parse(text);
    return ok({ json, badLines: [] });
  } catch {
    return parseLines(text) ?? err(locateJsonProblem(text));
  }
}

/** `null` where the text is not JSON Lines: no line of it is a JSON object. A line that is broken is named, and the others are read. */
function parseLines(text: string): Result<Parsed, NoticeFileProblem> | null {
  const values: unknown[] = [];
  const badLines: string[] = [];
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    const trimmed = line.replace(/^\uFEFF/, '').trim();
    if (trimmed === '') continue;
    try {
      const value: unknown = JSON.parse(trimmed);
      values.push(value);
    } catch {
      // A document of one value that is broken has no first line that is one.
      if (values.length === 0 && badLines.length >= mostBadLines) return null;
      badLines.push(badLineSentence(number, trimmed));
    }
  }
  return values.some(isObject) ? ok({ json: values, badLines }) : null;
}

/** So many lines are tried before a text counts as no JSON Lines. */
const mostBadLines = 20;

function badLineSentence(number: number, line: string): string {
  const problem = locateJsonProblem(line);
  const where = 'column' in problem ? ` at column ${problem.column}` : '';
  const what = problem.kind === 'truncated' ? 'breaks off' : 'is not JSON';
  return `Line ${number} ${what}${where} and was not read; the other lines were.`;
}

interface Found {
  readonly releases: readonly Readonly<Record<string, unknown>>[];
  /** Entries that are neither a release nor a package. */
  readonly unreadable: number;
  readonly hasNextPage: boolean;
}

/** Releases inside a parsed value, or `null` where it is nothing of this kind. */
function findReleases(json: unknown): Found | null {
  if (Array.isArray(json)) return joined(json);
  if (!isObject(json)) return null;
  const list = json['releases'] ?? json['records'] ?? json['files'] ?? json['results'];
  if (Array.isArray(list)) {
    const links = json['links'];
    const hasNextPage = isObject(links) && typeof links['next'] === 'string';
    const inner = joined(list);
    if (inner !== null) return { ...inner, hasNextPage: hasNextPage || inner.hasNextPage };
  }
  if (isObject(json['compiledRelease'])) return single(json['compiledRelease']);
  return isRelease(json) ? single(json) : null;
}

function joined(list: readonly unknown[]): Found | null {
  const parts = list.map(findReleases);
  const found = parts.filter((part) => part !== null);
  if (list.length > 0 && found.length === 0) return null;
  return {
    releases: found.flatMap(({ releases }) => releases),
    unreadable: parts.length - found.length + found.reduce((sum, { unreadable }) => sum + unreadable, 0),
    hasNextPage: found.some(({ hasNextPage }) => hasNextPage),
  };
}

function single(release: Readonly<Record<string, unknown>>): Found {
  return { releases: [release], unreadable: 0, hasNextPage: false };
}

/** A release names its procurement or says something of a stage of it. Records may list bare links in place of releases. */
function isRelease(value: Readonly<Record<string, unknown>>): boolean {
  const says = (key: string) => value[key] !== undefined && value[key] !== null;
  const stage = ['tender', 'planning', 'awards', 'contracts'].some(says);
  return stage || (says('ocid') && (says('tag') || says('date')));
}

function withoutRepeats<Release extends Identified>(
  releases: readonly Release[],
): {
  readonly kept: readonly Release[];
  readonly repeated: number;
} {
  const kept = new Map<string, Release>();
  for (const release of releases) {
    const key = `${release.ocid} ${release.releaseId}`;
    const same = kept.get(key);
    // A correction under the same number: the later one.
    if (same === undefined || (release.publishedAt ?? '') > (same.publishedAt ?? '')) kept.set(key, release);
  }
  return { kept: [...kept.values()], repeated: releases.length - kept.size };
}

function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function wasOrWere(count: number): string {
  return count === 1 ? 'was' : 'were';
}
