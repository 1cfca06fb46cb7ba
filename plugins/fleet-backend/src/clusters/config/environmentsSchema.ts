import { z } from 'zod';
import { listOf } from './schemas';

const wellKnown: Record<string, { directory: string; aliases: string[] }> = {
  development: { directory: 'dev', aliases: [] },
  staging: { directory: 'stg', aliases: ['stage'] },
  production: { directory: 'prod', aliases: ['prd'] },
};

const environmentSchema = z
  .strictObject({
    name: z.string().min(1),
    directory: z.string().min(1).optional(),
    matchLabels: z
      .record(
        z.string(),
        z.union([z.string().transform(value => [value]), z.array(z.string())]),
      )
      .optional(),
    matchNames: listOf(z.string().min(1)).optional(),
  })
  .transform(environment => {
    const { name, matchLabels } = environment;
    const directory =
      environment.directory ?? wellKnown[name]?.directory ?? name;
    const words = [
      ...new Set([name, directory, ...(wellKnown[name]?.aliases ?? [])]),
    ];
    return {
      name,
      /** In Git. */
      directory,
      /** What the labels that tell an environment say of this one, unless `matchLabels` says otherwise. */
      words,
      matchLabels,
      matchNames:
        environment.matchNames ?? words.flatMap(word => [word, `${word}-*`]),
    };
  });

/** `fleet.environments`. */
export const environmentsSchema = listOf(environmentSchema).prefault(
  Object.keys(wellKnown).map(name => ({ name })),
);
