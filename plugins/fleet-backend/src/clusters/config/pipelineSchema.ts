import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { listOf } from './schemas';

const gateSchema = z.union(
  [
    z
      .string()
      .min(1)
      .transform((gate): { gate: string; options: JsonObject } => ({
        gate,
        options: {},
      })),
    z
      .looseObject({ gate: z.string().min(1) })
      .transform(({ gate, ...options }) => ({
        gate,
        options: options as JsonObject,
      })),
  ],
  {
    error:
      'is neither the name of a gate nor { gate: soak, for: 30m } with what it takes',
  },
);

const waveSchema = z
  .strictObject({
    title: z.string().min(1).optional(),
    regions: listOf(z.string().min(1)).prefault([]),
    clusters: listOf(z.string().min(1)).prefault([]),
  })
  .refine(({ regions, clusters }) => regions.length + clusters.length > 0, {
    error: 'names neither regions nor clusters, so it changes nothing',
  });

const stageSchema = z
  .strictObject({
    name: z.string().min(1).optional(),
    title: z.string().min(1).optional(),
    environment: z.string().min(1),
    after: listOf(z.string().min(1)).optional(),
    waves: listOf(waveSchema).prefault([]),
    gates: listOf(gateSchema).prefault([]),
    draft: z.boolean().default(false),
    labels: listOf(z.string().min(1)).prefault([]),
    reviewers: listOf(z.string().min(1)).prefault([]),
    onFailure: z.enum(['offer', 'open']).default('offer'),
  })
  .transform(stage => {
    const name = stage.name ?? stage.environment;
    return { ...stage, name, title: stage.title ?? name };
  });

/** One of `fleet.promotion.pipelines`. */
export const pipelineSchema = z
  .strictObject({
    name: z.string().min(1),
    title: z.string().min(1).optional(),
    repositories: listOf(
      z.string().transform(url => url.replace(/(?:\.git)?\/*$/, '')),
    ).optional(),
    applications: listOf(z.string().min(1)).optional(),
    stages: listOf(stageSchema).refine(stages => stages.length > 0, {
      error:
        'has no stages; write at least one, as { environment: production }',
    }),
  })
  .transform(({ stages, ...pipeline }) => ({
    ...pipeline,
    title: pipeline.title ?? pipeline.name,
    stages: stages.map((stage, index) => ({
      ...stage,
      after: stage.after ?? (index > 0 ? [stages[index - 1].name] : []),
    })),
  }));

/** A pipeline of the config, with every default in place. */
export type PipelineConfig = z.output<typeof pipelineSchema>;

/** A stage of a pipeline of the config. */
export type StageConfig = PipelineConfig['stages'][number];
