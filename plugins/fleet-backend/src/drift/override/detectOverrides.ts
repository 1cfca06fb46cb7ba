import type {
  DriftFinding,
  DriftObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { withoutSecretMarks } from '../../secrets/secretMark';
import { correctionOf, type Corrector } from '../correctionOf';
import type { FieldChange, GitOwned } from './GitOwned';
import { isIgnored, unjudgedBy } from './isIgnored';
import { isPartOfDelivery } from './isPartOfDelivery';
import { leafText } from './leafText';
import type { FieldManager } from './LiveFields';
import { objectBlindSpot } from './objectBlindSpot';

/** An engine prunes, or deletes and makes again, before it says what it now lists. */
const pruneMs = 2 * 60_000;

/** An object that an application deployed, and what is known of it. */
export interface OverrideInput {
  object: DriftObject;
  /** Absent: Git's managers have set nothing of it. */
  owned?: GitOwned;
  application: Corrector;
  /** Whether the application lists the object as its own; absent where it does not tell. */
  listed?: boolean;
  /** Why the object as it is now could not be read. */
  unjudged?: string;
}

/** What became of it. */
export interface OverrideVerdict {
  findings: DriftFinding[];
  /** Why nothing could be judged: findings that are open stay open. */
  unjudged?: string;
}

/** What clients changed, removed or deleted of what Git's managers had set, as far as the application does not say to let it be. */
export function detectOverrides(input: OverrideInput): OverrideVerdict {
  const { object, owned, application, listed } = input;
  if (listed === false) {
    return { findings: [] };
  }
  const rules = application.drift?.ignoreRules ?? [];
  const unjudged = input.unjudged ?? unjudgedBy(rules, object);
  if (unjudged) {
    return {
      findings: [
        objectBlindSpot(object, {
          why: unjudged,
          correction: 'What cannot be told is not known to be corrected.',
          remedy:
            'Have its engine apply it server-side, or put fields into the rule that ignores them.',
        }),
      ],
      unjudged,
    };
  }
  if (owned?.deletedAt) {
    return { findings: [deleted(input, owned.deletedAt)] };
  }
  if (owned?.leftAlone) {
    return {
      findings: [
        objectBlindSpot(object, {
          why: owned.leftAlone,
          correction: 'Git itself says that it is to be left alone.',
          remedy:
            'Check that the annotation is still needed, and remove it from Git when it is not.',
        }),
      ],
    };
  }
  if (!owned?.changes) {
    return { findings: [] };
  }
  const changes = owned.changes.filter(
    ({ path, managers }) =>
      !managers.some(manager => isPartOfDelivery(manager, path)) &&
      !isIgnored(rules, object, {
        path,
        managers: managers.map(({ name }) => name),
      }),
  );
  return {
    findings: foldItems(changes).map(change => findingOf(change, input)),
  };
}

function deleted(
  { object, application }: OverrideInput,
  since: string,
): DriftFinding {
  const name = nameOf(object);
  const isUnderWay = application.state === 'progressing';
  return {
    kind: 'override',
    key: keyOf(object, ''),
    summary: `${name} was deleted; which client did it cannot be known.`,
    since,
    opensAt: isUnderWay
      ? new Date(Date.parse(since) + pruneMs).toISOString()
      : undefined,
    object,
    correction: correctionOf(application),
    remedy: `If ${name} should be gone, delete it in Git; else reconcile the application to bring it back.`,
  };
}

function findingOf(
  { path, managers, ...values }: FieldChange,
  { object, application, owned }: OverrideInput,
): DriftFinding {
  const from = withoutSecretMarks(values.from);
  const to = values.to && withoutSecretMarks(values.to);
  const manager = newest(managers);
  const correction = owned?.uncorrected
    ? { expected: false, reason: `Nobody corrects it: ${owned.uncorrected}.` }
    : correctionOf(application);
  const words =
    to === undefined
      ? `was removed; which client did it cannot be known`
      : `was changed from ${brief(from)} to ${brief(to)}${
          manager ? ` by ${manager.name}` : ''
        }`;
  return {
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
  };
}

/** An item of a list that is gone with all that Git had set of it is one change, not one for each field. */
function foldItems(changes: readonly FieldChange[]): FieldChange[] {
  const folded: FieldChange[] = [];
  const members = new Map<string, FieldChange[]>();
  for (const change of changes) {
    const { item } = change;
    const others = item && members.get(item);
    if (!item) {
      folded.push(change);
    } else if (others) {
      others.push(change);
    } else {
      members.set(item, [change]);
    }
  }
  for (const [path, lost] of members) {
    if (lost.length === 1 && lost[0].path === path) {
      folded.push(lost[0]);
      continue;
    }
    const from = Object.fromEntries(
      lost.map(change => [
        change.path.slice(path.length) || '.',
        valueOf(change.from),
      ]),
    );
    folded.push({ path, from: leafText(from), managers: [] });
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
