import type {
  GateEnforcement,
  GateVerdict,
  PromotionPlan,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  describeChange,
  type ChangeNote,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { evidenceTable } from './evidenceTable';
import { code, link, plain } from './markdown';

/** What the pull request of a promotion says to who reviews it: what moves, how the gates stand, what it reaches, the way back. */
export function planBody(
  plan: Pick<
    PromotionPlan,
    | 'action'
    | 'application'
    | 'from'
    | 'to'
    | 'moves'
    | 'notMoved'
    | 'warnings'
    | 'risk'
    | 'base'
  >,
  options: {
    reason?: string;
    requester: string;
    gates: readonly GateVerdict[];
    enforcement: GateEnforcement;
    context: string;
    /** Its page of promotions. */
    portal?: string;
    /** As the note says it; absent: all at once. */
    wave?: number;
    /** In words: which wave of how many. */
    waveTitle?: string;
  },
): string {
  const { action, application, from, to, moves, risk, base } = plan;
  const { reason, requester, gates, wave, waveTitle } = options;
  const isBack = action === 'rollback';
  const note: ChangeNote = {
    action,
    requester,
    promotion: { application, from, to, wave },
  };
  const text = [
    `${isBack ? 'Takes back' : 'Promotes'} ${code(application)} ${
      isBack ? `in ${code(to)}` : `from ${code(from)} to ${code(to)}`
    }${waveTitle ? `, ${plain(waveTitle)}` : ''}. Asked for by ${code(
      requester,
    )} ${link('in the portal', options.portal)}.`,
    reason && `> ${plain(reason)}`,
    '### What moves',
    [
      '| | | from | to | |',
      '| --- | --- | --- | --- | --- |',
      ...moves.map(
        move =>
          `| ${move.kind} | ${code(move.name)} | ${code(move.from)} | ${code(
            move.to,
          )} | ${between(move)} |`,
      ),
    ].join('\n'),
    plan.notMoved.length > 0 &&
      `<details><summary>What differs and stays as it is</summary>\n\n${plan.notMoved
        .slice(0, 50)
        .map(line => `- ${plain(line)}`)
        .join('\n')}\n\n</details>`,
    plan.warnings.length > 0 &&
      plan.warnings.map(line => `- ⚠️ ${plain(line)}`).join('\n'),
    '### Gates',
    evidenceTable(gates, { ...options, base }),
    '### Risk',
    `${plain(risk.summary)}${
      risk.clusters.length > 1 ? `: ${risk.clusters.map(code).join(', ')}` : ''
    }.`,
    '### The way back',
    isBack
      ? 'This is the way back. What it takes back can be promoted again.'
      : `_Roll back_ in the portal opens a pull request that puts ${code(
          to,
        )} back to what it runs now: ${moves
          .map(({ name, from: before }) => `${code(name)} ${code(before)}`)
          .join(', ')}.`,
  ];
  return describeChange(text.filter(Boolean).join('\n\n'), note);
}

function between({
  url,
  commits,
  region,
}: PromotionPlan['moves'][number]): string {
  const words =
    commits === undefined
      ? 'compare'
      : `${commits} ${commits === 1 ? 'commit' : 'commits'}`;
  return [region && `in ${code(region)}`, url && link(words, url)]
    .filter(Boolean)
    .join(', ');
}
