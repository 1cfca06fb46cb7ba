import type {
  GateEnforcement,
  GateState,
  GateVerdict,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { whoWords } from '../people/whoWords';
import { link, plain } from './markdown';

const begin = '<!-- fleet-gates -->';
const end = '<!-- /fleet-gates -->';

const words: Record<GateState, string> = {
  passed: '✅ open',
  waiting: '⏳ waits',
  failed: '❌ shut',
  unknown: '❔ not known',
  skipped: '➖ does not apply',
};

/** How the gates stand, as the body of a pull request shows it: between marks, so that it can be brought up to date. */
export function evidenceTable(
  verdicts: readonly GateVerdict[],
  options: { enforcement: GateEnforcement; base: string; context: string },
): string {
  const { enforcement, base, context } = options;
  const lines = verdicts.map(
    ({ title, state, summary, url, opensAt, waitsFor }) => {
      const opens = opensAt ? ` Opens by itself at ${opensAt}.` : '';
      const whom =
        waitsFor.length > 0
          ? ` Waits for ${waitsFor.map(whoWords).map(plain).join(', ')}.`
          : '';
      return `| ${link(plain(title), url)} | ${words[state]} | ${plain(
        summary,
      )}.${opens}${whom} |`;
    },
  );
  return [
    begin,
    ...(lines.length > 0
      ? ['| Gate | | Evidence |', '| --- | --- | --- |', ...lines]
      : ['Nothing has to be so before it enters this stage.']),
    ...notesOn(enforcement, { base: plain(base), context: plain(context) }),
    end,
  ].join('\n');
}

function notesOn(
  enforcement: GateEnforcement,
  { base, context }: { base: string; context: string },
): string[] {
  switch (enforcement) {
    case 'required':
      return [];
    case 'forgeable':
      return [
        '',
        `${base} requires the status ${context}, and takes it from others than the App of the integration, too: whoever may push can say it.`,
      ];
    case 'required-of-another':
      return [
        '',
        `${base} requires the status ${context} from another App than that of the integration: what the gates say here does not satisfy it.`,
      ];
    case 'not-required':
      return [
        '',
        `Not enforced: ${base} does not require the status ${context}.`,
      ];
    default:
      return [
        '',
        `Whether ${base} requires the status ${context} is not known.`,
      ];
  }
}

/** The body with another table in place of the one it has; what people wrote around it stays. Undefined where they took the marks out. */
export function replaceEvidence(
  body: string,
  table: string,
): string | undefined {
  const from = body.indexOf(begin);
  const to = body.indexOf(end, from);
  return from < 0 || to < 0
    ? undefined
    : `${body.slice(0, from)}${table}${body.slice(to + end.length)}`;
}
