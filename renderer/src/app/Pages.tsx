import { Button, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link, Route, Routes, useLocation } from 'react-router';
import { HomePage } from '../features/home/HomePage.tsx';
import { fileAddresses } from '../features/workspace/useAddressCommands.ts';
import { useWorkspaceFiles } from '../features/workspace/workspaceFilesContext.ts';
import type { WorkspaceState } from '../store/queries/workspace.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { activityViews, PlaceViews, tenderViews } from './PlaceViews.tsx';
import { useDensity } from './Appearance.tsx';
import { Usable } from './Usable.tsx';

// Home is what opens; everything else is fetched when it is gone to.
const ActivityPage = lazy(async () => ({
  default: (await import('../features/activity/ActivityPage.tsx')).ActivityPage,
}));
const TrashPage = lazy(async () => ({
  default: (await import('../features/activity/TrashPage.tsx')).TrashPage,
}));
const DirectoryPage = lazy(async () => ({
  default: (await import('../features/organisations/DirectoryPage.tsx')).DirectoryPage,
}));
const OrganisationPage = lazy(async () => ({
  default: (await import('../features/organisations/OrganisationPage.tsx')).OrganisationPage,
}));
const OrganisationCapabilities = lazy(async () => ({
  default: (await import('../features/capabilities/OrganisationCapabilities.tsx')).OrganisationCapabilities,
}));
const TaxonomyPage = lazy(async () => ({
  default: (await import('../features/capabilities/TaxonomyPage.tsx')).TaxonomyPage,
}));
const MatrixPage = lazy(async () => ({
  default: (await import('../features/capabilities/MatrixPage.tsx')).MatrixPage,
}));
const HeatMapPage = lazy(async () => ({
  default: (await import('../features/capabilities/HeatMapPage.tsx')).HeatMapPage,
}));
const BidsPage = lazy(async () => ({
  default: (await import('../features/bids/BidsPage.tsx')).BidsPage,
}));
const BidPage = lazy(async () => ({
  default: (await import('../features/bids/BidPage.tsx')).BidPage,
}));
const TendersPage = lazy(async () => ({
  default: (await import('../features/tenders/TendersPage.tsx')).TendersPage,
}));
const TenderPage = lazy(async () => ({
  default: (await import('../features/tenders/TenderPage.tsx')).TenderPage,
}));
const NoticesPage = lazy(async () => ({
  default: (await import('../features/notices/NoticesPage.tsx')).NoticesPage,
}));
const ImportPage = lazy(async () => ({
  default: (await import('../features/notices/ImportPage.tsx')).ImportPage,
}));
const DeadlinesPage = lazy(async () => ({
  default: (await import('../features/deadlines/DeadlinesPage.tsx')).DeadlinesPage,
}));
const WorkspaceData = lazy(async () => ({
  default: (await import('../features/workspace/WorkspaceData.tsx')).WorkspaceData,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/SettingsPage.tsx')).SettingsPage,
}));

export function Pages({ state }: { state: WorkspaceState | undefined }) {
  const { pathname } = useLocation();
  const files = useWorkspaceFiles();
  const appearance = useDensity();
  if (state === undefined) return null;
  return (
    // The outer one stays, so that the page one comes from is shown until the next one is there.
    <Suspense fallback={<Text className="waiting">Opening the page…</Text>}>
      <PageBoundary key={recordAt(pathname)}>
        <Routes>
          <Route path="/" element={<HomePage state={state} onSave={files.save} />} />
          <Route element={<PlaceViews {...tenderViews} />}>
            <Route path="/tenders" element={<TendersPage />} />
            <Route path="/tenders/notices" element={<NoticesPage />} />
            <Route path="/tenders/notices/import" element={<ImportPage />} />
            <Route path="/tenders/deadlines" element={<DeadlinesPage />} />
          </Route>
          <Route path="/tenders/:id" element={<TenderPage />} />
          <Route path="/organisations" element={<DirectoryPage />} />
          <Route path="/organisations/:id" element={<OrganisationPage capabilities={capabilitiesOf} />} />
          <Route path="/bids" element={<BidsPage />} />
          <Route path="/bids/:id/*" element={<BidPage />} />
          <Route path="/capabilities" element={<TaxonomyPage />} />
          <Route path="/capabilities/matrix" element={<MatrixPage />} />
          <Route path="/capabilities/heat-map" element={<HeatMapPage />} />
          <Route element={<PlaceViews {...activityViews} />}>
            <Route path="/activity" element={<ActivityPage />} />
            <Route path="/activity/trash" element={<TrashPage />} />
          </Route>
          <Route path="/settings" element={<SettingsPage {...appearance} workspaceFile={<WorkspaceData />} />} />
          {Object.values(fileAddresses).map((path) => (
            <Route key={path} path={path} element={null} />
          ))}
          <Route path="*" element={<NoSuchPage />} />
        </Routes>
        <Usable />
      </PageBoundary>
    </Suspense>
  );
}

/** A record stays on the page while one goes through its parts. */
function recordAt(pathname: string): string {
  return pathname.split('/', 3).join('/');
}

function capabilitiesOf(id: string) {
  return (
    <Suspense>
      <OrganisationCapabilities id={id} />
    </Suspense>
  );
}

function NoSuchPage() {
  return (
    <>
      <PageHeading title="There is no such page" />
      <EmptyState sentence="The address may be mistyped, or from another version of Muster.">
        <Button component={Link} to="/">
          Go to Home
        </Button>
      </EmptyState>
    </>
  );
}
