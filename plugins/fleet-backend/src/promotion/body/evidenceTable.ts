import type {
  GateEnforcement,
  GateState,
  GateVerdict,
} from '@fleetcommander/backstage-plugin-fleet-common';
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
          ? ` Waits for ${waitsFor.map(plain).join(', ')}.`
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
    ...(enforcement === 'required'
      ? []
      : [
          '',
          enforcement === 'not-required'
            ? `Not enforced: ${plain(base)} does not require the status ${plain(
                context,
              )}.`
            : `Whether ${plain(base)} requires the status ${plain(
                context,
              )} is not known.`,
        ]),
    end,
  ].join('\n');
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
