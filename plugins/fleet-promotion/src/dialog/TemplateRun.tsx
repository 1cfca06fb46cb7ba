import { useTaskEventStream } from '@backstage/plugin-scaffolder-react';
import {
  ExternalLink,
  InternalLink,
  Notice,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { useEffect } from 'react';
import { usePromotionPaths } from '../usePromotionPaths';

/** A run of a template: how far it is, then the pull request, or why there is none. */
export function TemplateRun(props: { taskId: string; onDone(): void }) {
  const { taskId, onDone } = props;
  const paths = usePromotionPaths();
  const { completed, cancelled, error, output, steps, task } =
    useTaskEventStream(taskId);
  const isDone = completed && !error;
  useEffect(() => {
    if (isDone) {
      onDone();
    }
  }, [isDone, onDone]);

  const run = (
    <InternalLink to={paths.task(taskId)}>
      The run of the template, with its log
    </InternalLink>
  );
  if (error) {
    return (
      <Notice severity="error" title="No pull request was opened">
        <Stack gap={0.5}>
          <span>{error.message}</span>
          {run}
        </Stack>
      </Notice>
    );
  }
  if (cancelled) {
    return (
      <Notice severity="warning" title="The run was cancelled">
        {run}
      </Notice>
    );
  }
  if (!completed) {
    const current = task?.spec.steps.find(
      ({ id }) => steps[id]?.status === 'processing',
    );
    return (
      <Notice severity="info" title="The template runs">
        <Stack gap={0.5}>
          <span>{current?.name ?? 'It is being started'}</span>
          {run}
        </Stack>
      </Notice>
    );
  }
  const links = (output?.links ?? []).filter(({ url }) => url);
  return (
    <Notice
      severity="success"
      title={
        links.length > 0 ? 'There is a pull request' : 'The template is done'
      }
    >
      <Stack gap={0.5}>
        {(output?.text ?? []).map(({ title, content }) => (
          <span key={title}>{content ?? title}</span>
        ))}
        {links.map(({ title, url }) => (
          <ExternalLink key={url} href={url}>
            {title ?? url}
          </ExternalLink>
        ))}
        {run}
      </Stack>
    </Notice>
  );
}
