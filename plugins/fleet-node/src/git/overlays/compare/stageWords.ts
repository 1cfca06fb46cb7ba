/** Words of a path that make it one of a stage. */
const common = [
  'dev',
  'develop',
  'development',
  'test',
  'qa',
  'uat',
  'stage',
  'staging',
  'preprod',
  'preproduction',
  'prod',
  'production',
  'live',
  'debug',
];

/** What names one of the two stages alone: the steps by which their folders differ, and what environments are called everywhere. */
export function stageWords(target: string, source: string): string[] {
  const [a, b] = [target.split('/'), source.split('/')];
  return [
    ...common,
    ...a.filter(step => !b.includes(step)),
    ...b.filter(step => !a.includes(step)),
  ].filter(Boolean);
}

/** Whether a text has one of the words in it, as a word. */
export function namesStage(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  const parts = lower.split(/[^a-z0-9]+/);
  return words.some(word => {
    const wanted = word.toLowerCase();
    return (
      parts.includes(wanted) ||
      (/[^a-z0-9]/.test(wanted) && lower.includes(wanted))
    );
  });
}
