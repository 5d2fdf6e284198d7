import { Anchor, Breadcrumbs, Text } from '@mantine/core';
import { Link, useLocation, useParams, Route, Routes } from 'react-router';
import { useBid } from '../store/queries/bids.ts';
import { useOrganisation } from '../store/queries/organisation.ts';
import { useTender } from '../store/queries/tenders.ts';
import { places } from './places.ts';

/** Where this page is: its place, and the record in it. */
export function Breadcrumb() {
  const { pathname } = useLocation();
  const place = places.find(({ path }) => path !== '/' && pathname.startsWith(path)) ?? places[0];
  const isPlace = pathname === place.path;
  return (
    <Breadcrumbs component="nav" aria-label="Where you are" separator="›" separatorMargin={6} miw={0}>
      {isPlace ? (
        <Text fw={600}>{place.label}</Text>
      ) : (
        <Anchor component={Link} to={place.path}>
          {place.label}
        </Anchor>
      )}
      {!isPlace && (
        <Routes>
          <Route path="/tenders/notices" element={<Text fw={600}>Notices</Text>} />
          <Route path="/tenders/notices/import" element={<Text fw={600}>Import notices</Text>} />
          <Route path="/tenders/deadlines" element={<Text fw={600}>Deadlines</Text>} />
          <Route path="/activity/trash" element={<Text fw={600}>Trash</Text>} />
          <Route path="/tenders/:id" element={<TenderTitle />} />
          <Route path="/organisations/:id" element={<OrganisationName />} />
          <Route path="/capabilities/matrix" element={<Text fw={600}>Matrix</Text>} />
          <Route path="/capabilities/heat-map" element={<Text fw={600}>Heat map</Text>} />
          <Route path="/bids/:id/*" element={<BidName />} />
          <Route path="*" element={<Text fw={600}>No such page</Text>} />
        </Routes>
      )}
    </Breadcrumbs>
  );
}

function TenderTitle() {
  const { id = '' } = useParams();
  const tender = useTender(id);
  return (
    <Text fw={600} truncate maw={320}>
      {tender?.title}
    </Text>
  );
}

function OrganisationName() {
  const { id = '' } = useParams();
  const organisation = useOrganisation(id);
  return (
    <Text fw={600} truncate maw={320}>
      {organisation?.name}
    </Text>
  );
}

function BidName() {
  const { id = '' } = useParams();
  const bid = useBid(id);
  return (
    <Text fw={600} truncate maw={320}>
      {bid?.name}
    </Text>
  );
}
