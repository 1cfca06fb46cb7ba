import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ExternalLink,
  Muted,
  PathText,
  Stack,
  VersionTag,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** What an application is made from, at which revision, and the places where it can be followed up. */
export function ApplicationSourceText(props: { application: Application }) {
  const { version, revision, sources, links } = props.application;

  return (
    <Stack gap={0}>
      <VersionTag
        version={version}
        revision={revision}
        href={sources.find(source => source.link)?.link}
      />
      {sources.map(({ type, name, path, chart, ref, link }) => (
        <span key={`${type} ${name} ${path} ${chart}`}>
          <ExternalLink href={link}>
            <PathText path={chart ?? path ?? name ?? type} />
          </ExternalLink>{' '}
          {ref && <Muted>{ref}</Muted>}
        </span>
      ))}
      <Stack direction="row" gap={1} wrap>
        {links.map(({ title, url }) => (
          <ExternalLink key={url} href={url}>
            {title}
          </ExternalLink>
        ))}
      </Stack>
    </Stack>
  );
}
