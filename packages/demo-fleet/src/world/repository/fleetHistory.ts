import type { PastChange } from '../../githost/model/PastChange';
import { Files } from './kustomize/Files';
import { firstVersions, Release, releases } from './releases';

const hour = 3_600_000;
const begun = 40 * 24;
const bot = 'fleet-bot';

/** How a fleet's repository came to be what it is: with each release of each application, and a promotion that waits. */
export function fleetHistory(files: Files, now: Date): PastChange[] {
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * hour);
  const present: Record<string, string> = { ...files };
  for (const [application, version] of Object.entries(firstVersions)) {
    for (const path of overlayFiles(files, application)) {
      present[path] = withVersion(files[path], version);
    }
  }
  const past: PastChange[] = [
    {
      by: 'ada',
      at: at(begun),
      message: 'Begin',
      files: { ...present },
    },
  ];
  for (const release of releases) {
    const changed = changedBy(release, present);
    const opened = at(release.hoursAgo);
    const { promotion, application, version, by } = release;
    const { approvedBy, hoursOpen = 0 } = promotion ?? {};
    past.push({
      by: promotion ? bot : by,
      at: opened,
      message: promotion
        ? `Promote ${application} ${version} to ${promotion.to}`
        : `Run ${application} ${version} in development`,
      files: changed,
      pull: promotion && {
        head: branchOf(release),
        body: bodyOf(release, present),
        labels: ['promotion', promotion.to],
        reviewers: approvedBy ? [] : ['grace'],
        merged: approvedBy
          ? { by: approvedBy, at: at(release.hoursAgo - hoursOpen) }
          : undefined,
      },
    });
    if (!promotion || approvedBy) {
      Object.assign(present, changed);
    }
  }
  return past;
}

function overlayFiles(files: Files, application: string): string[] {
  return Object.keys(files).filter(
    path =>
      path.startsWith(`apps/${application}/overlays/`) &&
      versionIn(files[path]) !== undefined,
  );
}

const versionLine = /^(\s*(?:newTag|tag): )(.*)$/m;

function versionIn(text: string): string | undefined {
  return versionLine.exec(text)?.[2];
}

function withVersion(text: string, version: string): string {
  return text.replace(versionLine, `$1${version}`);
}

function changedBy(
  { application, overlays, version }: Release,
  present: Files,
): Record<string, string> {
  const folders = overlays.map(
    overlay => `apps/${application}/overlays/${overlay}/`,
  );
  return Object.fromEntries(
    overlayFiles(present, application)
      .filter(path => folders.some(folder => path.startsWith(folder)))
      .map(path => [path, withVersion(present[path], version)]),
  );
}

/** As the portal names the branches of promotions. */
function branchOf({ application, promotion }: Release): string {
  const { to, wave } = promotion!;
  const parts = [application, to, ...(wave ? [wave] : [])];
  return `fleet/promote/${parts.join('+')}`;
}

/** As the portal writes it, with the note that it reads back. */
function bodyOf(release: Release, present: Files): string {
  const { application, version, by, promotion } = release;
  const { from, to, wave } = promotion!;
  const [path] = Object.keys(changedBy(release, present));
  const note = JSON.stringify({
    action: 'promote',
    requester: `user:default/${by}`,
    promotion: { application, from, to, wave },
  }).replace(/-/g, '\\u002d');
  return [
    `Moves what ${from} runs into ${to}.`,
    `- image \`${application}\` ${versionIn(present[path])} → ${version}`,
    `Requested by user:default/${by}.`,
    `<!-- fleet-commander ${note} -->`,
    '',
  ].join('\n\n');
}
