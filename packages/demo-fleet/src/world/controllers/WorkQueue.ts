import { Scheduler } from '../Scheduler';

/** What is to be done next with each object: asking anew for one replaces what was planned for it. */
export class WorkQueue {
  private readonly latest = new Map<string, number>();
  private count = 0;

  private constructor(private readonly scheduler: Scheduler) {}

  static create(scheduler: Scheduler): WorkQueue {
    return new WorkQueue(scheduler);
  }

  plan(key: string, seconds: number, run: () => void): void {
    const ticket = ++this.count;
    this.latest.set(key, ticket);
    this.scheduler.after(seconds, () => {
      if (this.latest.get(key) === ticket) {
        this.latest.delete(key);
        run();
      }
    });
  }
}
