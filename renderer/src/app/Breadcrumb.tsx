import { Anchor, Breadcrumbs, Text } from '@mantine/core';
import { Link, useLocation, useParams, Route, Routes } from 'react-router';
import { useOrganisation } from '../store/queries/organisation.ts';
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
          <Route path="/organisations/:id" element={<OrganisationName />} />
          <Route path="/capabilities/matrix" element={<Text fw={600}>Matrix</Text>} />
          <Route path="/capabilities/heat-map" element={<Text fw={600}>Heat map</Text>} />
          <Route path="*" element={null} />
        </Routes>
      )}
    </Breadcrumbs>
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
