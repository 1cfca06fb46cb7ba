/**
 * A set of fields in the shape of FieldsV1: `f:name` for a member, `k:{…}` for an item of a list by its keys, `v:…` for an item of a set. An
 * empty object is a field that is owned whole; `.` marks that a field is owned beside some of its members.
 */
export interface FieldSet {
  [step: string]: FieldSet;
}

export function isEmpty(set: FieldSet): boolean {
  return Object.keys(set).length === 0;
}

export function union(left: FieldSet, right: FieldSet): FieldSet {
  const result: FieldSet = { ...left };
  for (const [step, members] of Object.entries(right)) {
    result[step] =
      step in result ? unionOfMembers(result[step], members) : members;
  }
  return result;
}

function unionOfMembers(left: FieldSet, right: FieldSet): FieldSet {
  const both = union(left, right);
  const oneOwnsWhole = isEmpty(left) !== isEmpty(right);
  return oneOwnsWhole ? { '.': {}, ...both } : both;
}

/** What is left without the fields of the other set; undefined when that is nothing. */
export function difference(
  set: FieldSet,
  other: FieldSet,
): FieldSet | undefined {
  const result: FieldSet = {};
  for (const [step, members] of Object.entries(set)) {
    const others = other[step];
    if (others === undefined) {
      result[step] = members;
      continue;
    }
    if (isEmpty(members)) {
      if (!isEmpty(others) && !('.' in others)) {
        result[step] = members;
      }
      continue;
    }
    if (isEmpty(others)) {
      const { '.': _self, ...inner } = members;
      if (!isEmpty(inner)) {
        result[step] = inner;
      }
      continue;
    }
    const remains = difference(members, others);
    if (remains) {
      result[step] = ownsOnlyItself(remains) ? {} : remains;
    }
  }
  return isEmpty(result) ? undefined : result;
}

/** Fields that are in both. */
export function intersection(
  set: FieldSet,
  other: FieldSet,
): FieldSet | undefined {
  const result: FieldSet = {};
  for (const [step, members] of Object.entries(set)) {
    const others = other[step];
    if (others === undefined) {
      continue;
    }
    const selfInBoth = ownsItself(members) && ownsItself(others);
    const inner = intersection(members, others);
    if (selfInBoth || inner) {
      result[step] = inner ?? {};
    }
  }
  return isEmpty(result) ? undefined : result;
}

function ownsOnlyItself(set: FieldSet): boolean {
  return '.' in set && Object.keys(set).length === 1;
}

function ownsItself(set: FieldSet): boolean {
  return isEmpty(set) || '.' in set;
}

/** Whether the set holds the field or something within it. */
export function holds(set: FieldSet, path: readonly string[]): boolean {
  let members: FieldSet | undefined = set;
  for (const step of path) {
    members = members[step];
    if (!members) {
      return false;
    }
  }
  return true;
}

/** Each field of the set as its steps from the root. */
export function* paths(
  set: FieldSet,
  prefix: string[] = [],
): Iterable<string[]> {
  for (const [step, members] of Object.entries(set)) {
    if (step === '.') {
      yield prefix;
    } else if (isEmpty(members)) {
      yield [...prefix, step];
    } else {
      yield* paths(members, [...prefix, step]);
    }
  }
}

/** `.spec.containers[name="app"].image`, as conflicts name a field. */
export function describePath(path: string[]): string {
  return path
    .map(step => {
      const content = step.slice(2);
      if (step.startsWith('f:')) {
        return `.${content}`;
      }
      if (step.startsWith('v:')) {
        return `[=${content}]`;
      }
      const keys = Object.entries(JSON.parse(content)).map(
        ([key, value]) => `${key}=${JSON.stringify(value)}`,
      );
      return `[${keys.join(',')}]`;
    })
    .join('');
}
