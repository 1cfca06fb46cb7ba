import { takeOut } from './Cut';
import { JsonSplitter } from './JsonSplitter';

/** Repeatable: a failure names its seed. */
function randomOf(seed: number) {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = <T>(items: readonly T[]): T => items[next(items.length)];
  return { next, pick };
}

type Random = ReturnType<typeof randomOf>;

const texts = [
  '',
  'pass',
  'results',
  'a "quoted" word',
  'back\\slash\\',
  '\\"',
  '[{]},:',
  'naïve ☃ 𝕊',
  'line\nbreak\ttab\u0001\u2028',
  'x'.repeat(70),
];

const keys = [
  'results',
  'report',
  'items',
  'kind',
  'a"b',
  're\\sults',
  '',
  '☃',
];

function valueOf(random: Random, depth: number): unknown {
  switch (random.next(depth > 0 ? 7 : 5)) {
    case 0:
      return random.pick(texts);
    case 1:
      return random.pick([0, -1.5, 1e21, 7]);
    case 2:
      return random.pick([true, false, null]);
    case 3:
      return [];
    case 4:
      return {};
    case 5:
      return Array.from({ length: random.next(4) }, () =>
        valueOf(random, depth - 1),
      );
    default:
      return objectOf(random, depth - 1);
  }
}

function objectOf(random: Random, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({ length: random.next(6) }, () => [
      random.pick(keys),
      valueOf(random, depth),
    ]),
  );
}

/** A list whose items have a long list at `report.results`, most of them. */
function listOf(random: Random): unknown {
  const items = Array.from({ length: random.next(5) }, () => {
    const rest = objectOf(random, 2);
    return random.next(4) === 0
      ? valueOf(random, 2)
      : {
          ...rest,
          report: {
            ...objectOf(random, 2),
            ...(random.next(5) > 0 && {
              results: Array.from({ length: random.next(8) }, () =>
                random.next(3) > 0 ? objectOf(random, 3) : valueOf(random, 2),
              ),
            }),
            ...objectOf(random, 1),
          },
        };
  });
  return { ...objectOf(random, 2), items, ...objectOf(random, 0) };
}

/** As JSON with blanks where they may be, which strings may not have. */
function written(random: Random, value: unknown): string {
  const indent = random.pick([undefined, 1, '\t']);
  const text = JSON.stringify(value, undefined, indent);
  return random.next(3) === 0
    ? // Escapes that JSON.stringify does not write.
      text.replace(/☃/g, '\\u2603').replace(/"results":/g, '"re\\u0073ults":')
    : text;
}

function pieces(random: Random, text: string): string[] {
  const longest = random.pick([1, 2, 7, 30, 200, 5_000]);
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + 1 + random.next(longest);
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}

interface Taken {
  whole: unknown;
  items: { item: unknown; entries: unknown[] }[];
}

function collector() {
  const taken: Taken = { whole: undefined, items: [] };
  let entries: unknown[] = [];
  const cut = {
    path: ['items'],
    begin: () => {
      taken.items = [];
    },
    take: (item: unknown) => {
      taken.items.push({ item, entries });
      entries = [];
    },
    inside: {
      path: ['report', 'results'],
      begin: () => {
        entries = [];
      },
      take: (entry: unknown) => {
        entries.push(entry);
      },
    },
  };
  const take = (whole: unknown) => {
    taken.whole = whole;
  };
  return { taken, cut, take };
}

function split(parts: readonly string[]): Taken | 'cut short' {
  const { taken, cut, take } = collector();
  const splitter = new JsonSplitter({ cut, take, longest: 1e6 });
  for (const part of parts) {
    splitter.write(part);
  }
  return splitter.end() ? taken : 'cut short';
}

function parsed(text: string): Taken {
  const { taken, cut, take } = collector();
  const whole: unknown = JSON.parse(text);
  takeOut(whole, cut);
  take(whole);
  return taken;
}

function outcomeOf<T>(run: () => T): T | 'refused' {
  try {
    return run();
  } catch (error) {
    if (error instanceof SyntaxError) {
      return 'refused';
    }
    throw error;
  }
}

const seeds = Array.from({ length: 600 }, (_, index) => index * 7919 + 1);

describe('JsonSplitter', () => {
  it('takes out what JSON.parse finds, wherever the text is cut into pieces', () => {
    for (const seed of seeds) {
      const random = randomOf(seed);
      const text = written(random, listOf(random));
      expect({ seed, ...(split(pieces(random, text)) as Taken) }).toEqual({
        seed,
        ...parsed(text),
      });
    }
  });

  it('refuses what JSON.parse refuses, and takes nothing that is cut short for all', () => {
    const outcomes = { refused: 0, 'cut short': 0, read: 0 };
    for (const seed of seeds) {
      const random = randomOf(seed);
      const whole = written(random, listOf(random));
      const at = random.next(whole.length);
      const text =
        random.next(2) === 0
          ? whole.slice(0, at)
          : whole.slice(0, at) +
            random.pick(['"', '{', '}', '[', ']', ',', ':', '\\', 'x', ' ']) +
            whole.slice(at + random.next(2));
      const expected = outcomeOf(() => parsed(text));
      const found = outcomeOf(() => split(pieces(random, text)));
      outcomes[typeof found === 'string' ? found : 'read'] += 1;
      // Where JSON.parse only knows that it is no JSON, it may be cut short.
      expect({
        seed,
        found:
          expected === 'refused' && found === 'cut short' ? 'refused' : found,
      }).toEqual({ seed, found: expected });
    }
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(50);
  });

  it('reads lines, each a value of its own, and knows one without an end for cut short', () => {
    for (const seed of seeds.slice(0, 200)) {
      const random = randomOf(seed);
      const lists = Array.from({ length: 1 + random.next(4) }, () =>
        listOf(random),
      );
      const text = lists.map(list => `${JSON.stringify(list)}\n`).join('');
      const short = random.next(3) === 0 ? 1 + random.next(text.length - 1) : 0;
      const { taken, cut, take } = collector();
      const wholes: unknown[] = [];
      const items: Taken['items'] = [];
      const splitter = new JsonSplitter({
        cut,
        take: whole => {
          take(whole);
          wholes.push(taken.whole);
          items.push(...taken.items.splice(0));
        },
        lines: true,
        longest: 1e6,
      });
      const sent = text.slice(0, text.length - short);
      for (const piece of pieces(random, sent)) {
        splitter.write(piece);
      }
      const ends = sent.endsWith('\n');
      const complete = sent.split('\n').slice(0, -1).map(parsed);
      expect({ seed, ends: splitter.end() }).toEqual({ seed, ends });
      expect({ seed, wholes }).toEqual({
        seed,
        wholes: complete.map(({ whole }) => whole),
      });
      expect({ seed, items }).toEqual({
        seed,
        items: complete.flatMap(list => list.items),
      });
    }
  });

  it('holds no more than it may', () => {
    const splitter = new JsonSplitter({ take: () => {}, longest: 100 });
    splitter.write('{"a":"');
    expect(() => splitter.write('x'.repeat(100))).toThrow(
      'a value is longer than 100 characters',
    );
  });
});
