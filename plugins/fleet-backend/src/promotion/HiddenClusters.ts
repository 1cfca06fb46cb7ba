import type {
  GateVerdict,
  PromotionPlan,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** In place of what names clusters. */
export const hiddenWords = 'it goes to clusters that you may not see';
const gateWords = 'Told of clusters that you may not see';

/** Takes from answers what names clusters that the caller does not see. Gates are judged by all clusters, and told by those that are seen. */
export class HiddenClusters {
  readonly #names: ReadonlySet<string>;

  constructor(names: Iterable<string>) {
    this.#names = new Set(names);
  }

  text(words: string): string {
    return this.isNamedIn(words) ? hiddenWords : words;
  }

  isNamedIn(words: string): boolean {
    return this.#namedIn(words).length > 0;
  }

  clusters(names: readonly string[]): string[] {
    return names.filter(name => !this.#names.has(name));
  }

  gates(gates: readonly GateVerdict[]): GateVerdict[] {
    return gates.map(gate => {
      const { summary, evidence } = gate;
      const seen = evidence.filter(
        item => this.#namedIn(item.summary).length === 0,
      );
      const count = new Set(
        evidence.flatMap(item => this.#namedIn(item.summary)),
      ).size;
      return {
        ...gate,
        summary: this.#namedIn(summary).length > 0 ? gateWords : summary,
        evidence:
          count > 0
            ? [
                ...seen,
                {
                  summary: `and ${count} ${
                    count === 1 ? 'cluster' : 'clusters'
                  } that you may not see`,
                },
              ]
            : seen,
      };
    });
  }

  /** Of a plan, all but its body, which is made of the rest. */
  plan<P extends Omit<PromotionPlan, 'body'>>(plan: P): P {
    const { gates, risk, warnings, waves } = plan;
    return {
      ...plan,
      gates: this.gates(gates),
      warnings: warnings.map(words => this.text(words)),
      waves: waves.map(wave => ({
        ...wave,
        clusters: this.clusters(wave.clusters),
      })),
      risk: {
        ...risk,
        clusters: this.clusters(risk.clusters),
        summary: this.text(risk.summary),
      },
    };
  }

  #namedIn(words: string): string[] {
    return [...this.#names].filter(name => isNamed(name, words));
  }
}

/** As a word of its own: prod-1 is not in prod-10. */
function isNamed(name: string, words: string): boolean {
  const isPart = (character = ' ') => /[\w-]/.test(character);
  for (
    let at = words.indexOf(name);
    at >= 0;
    at = words.indexOf(name, at + 1)
  ) {
    if (!isPart(words[at - 1]) && !isPart(words[at + name.length])) {
      return true;
    }
  }
  return false;
}
