import type { PlannedFile } from '@fleetcommander/backstage-plugin-fleet-common';
import { createTwoFilesPatch } from 'diff';
import type { StageChange } from './StageChange';

/** The files of a change, each with what becomes of it. */
export function plannedFiles(
  { before, files }: Pick<StageChange, 'before' | 'files'>,
  at: { repository: string; base: string },
): PlannedFile[] {
  return Object.entries(files)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([path, text]) => ({
      path,
      text,
      diff: createTwoFilesPatch(
        path in before ? `a/${path}` : '/dev/null',
        `b/${path}`,
        before[path] ?? '',
        text,
        undefined,
        undefined,
        { context: 3 },
      ).replace(/^=+\n/, ''),
      url: `${at.repository}/blob/${encodeURI(at.base)}/${encodeURI(path)}`,
    }));
}
