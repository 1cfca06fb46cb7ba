/** A value that changes. Absent: there was none, or there is none any more. */
export interface ChangedValue {
  path: string;
  from?: string;
  to?: string;
}

/** What a pull request says to who reviews it, as Markdown. What people wrote is shown as they wrote it, and cannot become more. */
export function pullRequestBody(told: {
  description?: string;
  changes?: readonly ChangedValue[];
  evidence?: readonly string[];
  requester?: string;
}): string {
  const { description, changes = [], evidence = [], requester } = told;
  return [
    description?.trim().replaceAll('<!--', '&lt;!--'),
    changes.length > 0 &&
      [
        '| | from | to |',
        '| --- | --- | --- |',
        ...changes.map(
          ({ path, from, to }) =>
            `| ${code(path)} | ${code(from)} | ${code(to)} |`,
        ),
      ].join('\n'),
    evidence.length > 0 &&
      [
        'Looked at before this was proposed:',
        '',
        ...evidence.map(line => `- ${plain(line)}`),
      ].join('\n'),
    requester && `Asked for by ${code(requester)} in the portal.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** As code in a cell of a table. */
function code(text: string | undefined): string {
  if (text === undefined || text === '') {
    return '–';
  }
  const line = oneLine(text).replaceAll('`', 'ˋ').replaceAll('|', '\\|');
  return `\`${line}\``;
}

/** As text, without links, mentions, images and markup. */
function plain(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>()#+!|@~]/g, '\\$&');
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 500 ? `${line.slice(0, 500)}…` : line;
}
