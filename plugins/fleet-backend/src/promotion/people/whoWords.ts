/** A login, a team or an entity in a sentence: without what only the portal goes by. */
export function whoWords(who: string): string {
  return who.replace(/^team:/, 'team ').replace(/^[^:/]+:[^:/]+\//, '');
}
