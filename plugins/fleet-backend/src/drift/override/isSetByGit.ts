import type { LiveFields } from './LiveFields';

/** Whether Git's managers have set anything of an object: most of a cluster is none of theirs. */
export function isSetByGit(
  { managers, fields }: LiveFields,
  gitManagers: ReadonlySet<string>,
): boolean {
  const isGit = managers.map(({ name }) => gitManagers.has(name));
  return (
    isGit.includes(true) &&
    Object.values(fields).some(([owners]) => owners.some(index => isGit[index]))
  );
}
