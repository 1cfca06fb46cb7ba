import type {
  LogEvent,
  ScaffolderScaffoldOptions,
} from '@backstage/plugin-scaffolder-react';

/** A scaffolder whose one run ends as the test says. */
export class FakeScaffolder {
  readonly started: ScaffolderScaffoldOptions[] = [];
  /** How the run ends: with its output, or an error. */
  end: object = {
    output: {
      links: [
        {
          title: 'Pull request #43',
          url: 'https://git.example.org/platform/fleet/pulls/43',
        },
      ],
    },
  };
  /** What starting is refused with. */
  refusal?: Error;

  async scaffold(options: ScaffolderScaffoldOptions) {
    if (this.refusal) {
      throw this.refusal;
    }
    this.started.push(options);
    return { taskId: 'task-1' };
  }

  async getTask() {
    return { spec: { steps: [{ id: 'promote', name: 'Promote' }] } };
  }

  streamLogs() {
    return {
      subscribe: (observer: { next(event: LogEvent): void }) => {
        const event = {
          type: 'completion',
          id: 1,
          taskId: 'task-1',
          createdAt: '2026-11-20T10:00:00Z',
          body: { message: 'done', ...this.end },
        };
        setTimeout(() => observer.next(event as LogEvent));
        return { unsubscribe() {} };
      },
    };
  }
}
