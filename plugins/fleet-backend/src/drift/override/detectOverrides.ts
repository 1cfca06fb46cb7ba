import type {
  DriftFinding,
  DriftObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { correctionOf, type Corrector } from '../correctionOf';
import { itemsOnPath } from './fieldPath';
import type { GitOwned } from './GitOwned';
import { isIgnored, unjudgedBy } from './isIgnored';
import { learnGitOwned } from './learnGitOwned';
import { leafText } from './leafText';
import type { FieldManager, LiveFields } from './LiveFields';
import { isPartOfDelivery } from './isPartOfDelivery';

/** An engine prunes, or deletes and makes again, before it says what it now lists. */
const pruneMs = 2 * 60_000;

/** An object as it is now, and what is known of it from before. */
export interface OverrideInput {
  object: DriftObject;
  /** Absent: it is gone. */
  live?: LiveFields;
  /** What Git had set, as kept from the last time. */
  expected?: GitOwned;
  /** The application that deployed it; absent when there is none, or none any more. */
  application?: Corrector;
  /** Whether the application lists the object as its own; absent where it does not tell. */
  listed?: boolean;
  gitManagers: ReadonlySet<string>;
  now: string;
}

/** What became of it. */
export interface OverrideVerdict {
  findings: DriftFinding[];
  /** To be kept for the next time; absent: nothing. */
  expected?: GitOwned;
  /** Why nothing could be judged: findings that are open stay open. */
  unjudged?: string;
}

/** What clients changed, removed or deleted of what Git's managers had set. */
export function detectOverrides(input: OverrideInput): OverrideVerdict {
  const { object, live, expected, application, listed } = input;
  if (!application || listed === false) {
    return { findings: [] };
  }
  const rules = application.drift?.ignoreRules ?? [];
  const unjudged = live?.unjudged ?? unjudgedBy(rules, object);
  if (unjudged) {
    return { findings: [], expected, unjudged };
  }
  if (!live) {
    return expected ? deleted(input, expected) : { findings: [] };
  }
  const learned = learnGitOwned(live, expected, input.gitManagers);
  const findings = live.leftAlone
    ? []
    : Object.entries(learned.fields).flatMap(([path, [, value]]) =>
        compare(input, live, path, value),
      );
  return { findings: foldItems(findings, live), expected: learned };
}

function deleted(input: OverrideInput, expected: GitOwned): OverrideVerdict {
  const { object, application, now } = input;
  const since = expected.deletedAt ?? now;
  const name = nameOf(object);
  const isUnderWay = application!.state === 'progressing';
  return {
    findings: [
      {
        kind: 'override',
        key: keyOf(object, ''),
        summary: `${name} was deleted; which client did it cannot be known.`,
        since,
        opensAt: isUnderWay
          ? new Date(Date.parse(since) + pruneMs).toISOString()
          : undefined,
        object,
        correction: correctionOf(application!),
        remedy: `If ${name} should be gone, delete it in Git; else reconcile the application to bring it back.`,
      },
    ],
    expected: { ...expected, deletedAt: since },
  };
}

function compare(
  { application, gitManagers }: OverrideInput,
  live: LiveFields,
  path: string,
  from: string,
): DriftFinding[] {
  const { object } = live;
  const [owners, to] = live.fields[path] ?? [[], undefined];
  if (to === from) {
    return [];
  }
  if (
    to === undefined &&
    !live.managers.some(({ name }) => gitManagers.has(name))
  ) {
    // Whoever took Git's manager out of managedFields took the proof that the field is gone with it.
    return [];
  }
  const managers = owners.map(index => live.managers[index]);
  const field = { path, managers: managers.map(({ name }) => name) };
  if (
    isIgnored(application!.drift?.ignoreRules ?? [], object, field) ||
    managers.some(manager => isPartOfDelivery(manager, path))
  ) {
    return [];
  }
  const manager = newest(managers);
  const correction = live.uncorrected
    ? { expected: false, reason: `Nobody corrects it: ${live.uncorrected}.` }
    : correctionOf(application!);
  const words =
    to === undefined
      ? `was removed; which client did it cannot be known`
      : `was changed from ${brief(from)} to ${brief(to)}${
          manager ? ` by ${manager.name}` : ''
        }`;
  return [
    {
      kind: 'override',
      key: keyOf(object, path),
      summary: `${path} of ${nameOf(object)} ${words}.`,
      since: manager?.time,
      object,
      path,
      from,
      to,
      manager: manager?.name,
      operation: manager?.operation,
      subresource: manager?.subresource,
      correction,
      remedy: correction.expected
        ? 'Wait for it to be undone, or write the live value into Git to keep it.'
        : 'Reconcile the application to bring Git’s value back, or write the live value into Git to keep it.',
    },
  ];
}

/** An item of a list that is gone with all that Git had set of it is one finding, not one for each field. */
function foldItems(
  findings: readonly DriftFinding[],
  live: LiveFields,
): DriftFinding[] {
  if (findings.every(({ to }) => to !== undefined)) {
    return [...findings];
  }
  const present = new Set(Object.keys(live.fields).flatMap(itemsOnPath));
  const folded: DriftFinding[] = [];
  const members = new Map<string, DriftFinding[]>();
  for (const finding of findings) {
    const item =
      finding.to === undefined
        ? itemsOnPath(finding.path!).find(path => !present.has(path))
        : undefined;
    const others = item && members.get(item);
    if (!item) {
      folded.push(finding);
    } else if (others) {
      others.push(finding);
    } else {
      members.set(item, [finding]);
    }
  }
  for (const [path, lost] of members) {
    if (lost.length === 1 && lost[0].path === path) {
      folded.push(lost[0]);
      continue;
    }
    const from = Object.fromEntries(
      lost.map(finding => [
        finding.path!.slice(path.length) || '.',
        valueOf(finding.from!),
      ]),
    );
    folded.push({
      ...lost[0],
      key: keyOf(live.object, path),
      summary: `${path} of ${nameOf(
        live.object,
      )} was removed; which client did it cannot be known.`,
      path,
      from: leafText(from),
    });
  }
  return folded;
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // It was cut.
  }
}

function newest(managers: readonly FieldManager[]): FieldManager | undefined {
  return [...managers].sort((a, b) =>
    (b.time ?? '').localeCompare(a.time ?? ''),
  )[0];
}

function keyOf(
  { group, kind, namespace = '', name }: DriftObject,
  path: string,
): string {
  return [[group, kind, namespace, name].join('/'), path]
    .filter(Boolean)
    .join(' ');
}

function nameOf({ kind, namespace, name }: DriftObject): string {
  return [kind, namespace, name].filter(Boolean).join('/');
}

function brief(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}
