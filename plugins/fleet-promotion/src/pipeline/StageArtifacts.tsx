import type {
  Artifact,
  StageOverlay,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Age,
  ExternalLink,
  KeyValues,
  Mono,
  Muted,
  Notice,
  PathText,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** What Git says that a stage runs, file by file; it opens on request. */
export function StageArtifacts(props: { overlays: readonly StageOverlay[] }) {
  const { overlays } = props;
  const broken = overlays.filter(({ problem }) => problem);
  return (
    <>
      {broken.map(({ path, problem, url }) => (
        <Notice
          key={path}
          severity="error"
          title={<ExternalLink href={url}>{path} cannot be read</ExternalLink>}
        >
          {problem}
        </Notice>
      ))}
      {overlays.length > 0 && (
        <details>
          <summary>In Git</summary>
          <Stack>
            {overlays.map(overlay => (
              <Overlay key={overlay.path} overlay={overlay} />
            ))}
          </Stack>
        </details>
      )}
    </>
  );
}

function Overlay(props: { overlay: StageOverlay }) {
  const { path, branch, url, artifacts, notUnderstood, changedAt } =
    props.overlay;
  return (
    <Stack gap={0.5}>
      <span>
        <ExternalLink href={url}>
          <PathText path={path} />
        </ExternalLink>{' '}
        <Muted>
          on {branch}
          {changedAt && (
            <>
              , changed <Age at={changedAt} />
            </>
          )}
        </Muted>
      </span>
      <KeyValues
        items={artifacts.map(artifact => ({
          key: `${artifact.kind} ${artifact.name}`,
          value: <ArtifactVersion artifact={artifact} />,
        }))}
      />
      {notUnderstood.map(({ path: file, line, message }) => (
        <Muted key={`${file} ${line} ${message}`}>
          Not understood, and never moved: {message} (
          {line === undefined ? file : `${file}:${line}`})
        </Muted>
      ))}
    </Stack>
  );
}

function ArtifactVersion(props: { artifact: Artifact }) {
  const { version, digest, origin, path, line, url } = props.artifact;
  return (
    <>
      <ExternalLink href={url}>{version ?? 'by digest'}</ExternalLink>{' '}
      {digest && <Mono>{digest.slice(0, 19)}</Mono>}{' '}
      <Muted>
        {origin}, {line === undefined ? path : `${path}:${line}`}
      </Muted>
    </>
  );
}
