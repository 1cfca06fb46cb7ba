import type {
  ClusterProblem,
  Gate,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetConfig } from './FleetConfig';
import { nearest } from './nearest';
import { parseTolerantly } from './parseTolerantly';
import { pipelineSchema, type PipelineConfig } from './pipelineSchema';

type Gates = ReadonlyMap<string, Pick<Gate, 'readOptions'>>;

const key = 'fleet.promotion.pipelines';

/**
 * The pipelines of the config. One that is wrong somewhere is left out as a whole, and told: what remained of it could let in what it is
 * to keep out. Without any config, one through all environments in their order.
 */
export function readPipelines(
  fleet: Pick<FleetConfig, 'promotion' | 'environments' | 'git'>,
  gates: Gates,
): { pipelines: PipelineConfig[]; problems: ClusterProblem[] } {
  const entries = fleet.promotion.pipelines ?? [usual(fleet)];
  const pipelines: PipelineConfig[] = [];
  const problems: ClusterProblem[] = [];
  for (const [index, entry] of entries.entries()) {
    const at = `${key}[${index}]`;
    const { parsed, problems: found } = parseTolerantly({
      schema: pipelineSchema,
      value: entry,
      key: at,
    });
    if (parsed) {
      found.push(...checkPipeline(parsed, { at, fleet, gates }));
      if (pipelines.some(({ name }) => name === parsed.name)) {
        found.push({
          key: `${at}.name`,
          message: `there is a pipeline ${parsed.name} already; give this one another name`,
        });
      }
    }
    if (parsed && found.length === 0) {
      pipelines.push(parsed);
    }
    problems.push(...found);
  }
  return { pipelines, problems };
}

function usual({ environments }: Pick<FleetConfig, 'environments'>) {
  return {
    name: 'default',
    title: 'Default',
    stages: environments.map(({ name }, index) => ({
      environment: name,
      gates: index > 0 ? ['healthy', 'drift', 'freeze'] : [],
    })),
  };
}

function checkPipeline(
  pipeline: PipelineConfig,
  options: {
    at: string;
    fleet: Pick<FleetConfig, 'environments' | 'git'>;
    gates: Gates;
  },
): ClusterProblem[] {
  const { at, fleet, gates } = options;
  const { stages } = pipeline;
  const names = stages.map(({ name }) => name);
  const environments = fleet.environments.map(({ name }) => name);
  const problems: ClusterProblem[] = [];
  const report = (where: string, message: string) =>
    problems.push({ key: `${at}.${where}`, message });
  for (const [index, url] of pipeline.repositories?.entries() ?? []) {
    if (!fleet.git.repositories.some(repository => repository.url === url)) {
      report(
        `repositories[${index}]`,
        `fleet.git.repositories has no ${url}${guess(
          url,
          fleet.git.repositories.map(repository => repository.url),
        )}`,
      );
    }
  }
  for (const [index, stage] of stages.entries()) {
    const where = `stages[${index}]`;
    const earlier = stages.slice(0, index);
    if (earlier.some(({ name }) => name === stage.name)) {
      report(`${where}.name`, `there is a stage ${stage.name} already`);
    }
    if (!environments.includes(stage.environment)) {
      report(
        `${where}.environment`,
        `there is no environment '${stage.environment}'${guess(
          stage.environment,
          environments,
        )}`,
      );
    } else if (
      earlier.some(({ environment }) => environment === stage.environment)
    ) {
      report(
        `${where}.environment`,
        `another stage is of ${stage.environment} already, and Git has one overlay of it`,
      );
    }
    for (const [i, name] of stage.after.entries()) {
      if (!names.includes(name)) {
        report(
          `${where}.after[${i}]`,
          `there is no stage '${name}'${guess(name, names)}`,
        );
      }
    }
    for (const [i, { gate, options: taken }] of stage.gates.entries()) {
      const known = gates.get(gate);
      try {
        known?.readOptions(taken);
      } catch (error) {
        report(
          `${where}.gates[${i}]`,
          error instanceof Error ? error.message : String(error),
        );
      }
      if (!known) {
        report(
          `${where}.gates[${i}]`,
          `there is no gate '${gate}'${guess(gate, [...gates.keys()])}`,
        );
      }
    }
  }
  const cycle = findCycle(stages);
  if (cycle) {
    report(
      'stages',
      `${cycle.join(' comes after ')}: a stage cannot come after itself`,
    );
  }
  return problems;
}

function guess(word: string, known: readonly string[]): string {
  const found = nearest(word, known);
  return found
    ? `; did you mean ${found}?`
    : `; there are ${known.join(', ') || 'none'}`;
}

/** The names of stages that come after one another in a circle, the first one last again. */
function findCycle(
  stages: readonly Pick<PipelineConfig['stages'][number], 'name' | 'after'>[],
): string[] | undefined {
  const after = new Map(stages.map(stage => [stage.name, stage.after]));
  const settled = new Set<string>();
  const visit = (name: string, way: string[]): string[] | undefined => {
    if (way.includes(name)) {
      return [...way.slice(way.indexOf(name)), name];
    }
    if (settled.has(name)) {
      return undefined;
    }
    settled.add(name);
    for (const before of after.get(name) ?? []) {
      const found = visit(before, [...way, name]);
      if (found) {
        return found;
      }
    }
    return undefined;
  };
  for (const { name } of stages) {
    const found = visit(name, []);
    if (found) {
      return found;
    }
  }
  return undefined;
}
