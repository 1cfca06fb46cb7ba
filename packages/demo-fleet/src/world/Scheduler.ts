interface Task {
  due: number;
  run: () => void;
}

/** Runs everything that happens later, for every cluster, from one heap and one timer. */
export class Scheduler {
  private readonly heap: Task[] = [];
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  private constructor(private readonly speed: number) {}

  static create(speed: number): Scheduler {
    return new Scheduler(speed);
  }

  /** Runs once, after so many seconds of the world's time. */
  after(seconds: number, run: () => void): void {
    if (this.stopped) {
      return;
    }
    const due = Date.now() + (seconds * 1000) / this.speed;
    this.push({ due, run });
    if (this.heap[0].due === due) {
      this.arm();
    }
  }

  stop(): void {
    this.stopped = true;
    this.heap.length = 0;
    clearTimeout(this.timer);
  }

  private arm(): void {
    clearTimeout(this.timer);
    if (this.heap.length > 0) {
      this.timer = setTimeout(
        () => this.runDue(),
        Math.max(0, this.heap[0].due - Date.now()),
      );
      this.timer.unref();
    }
  }

  private runDue(): void {
    const now = Date.now();
    while (this.heap.length > 0 && this.heap[0].due <= now) {
      this.pop().run();
    }
    this.arm();
  }

  private push(task: Task): void {
    const { heap } = this;
    let index = heap.push(task) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (heap[parent].due <= task.due) {
        break;
      }
      heap[index] = heap[parent];
      index = parent;
    }
    heap[index] = task;
  }

  private pop(): Task {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop()!;
    if (heap.length > 0) {
      this.sink(last);
    }
    return first;
  }

  private sink(task: Task): void {
    const { heap } = this;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child + 1 < heap.length && heap[child + 1].due < heap[child].due) {
        child++;
      }
      if (child >= heap.length || heap[child].due >= task.due) {
        break;
      }
      heap[index] = heap[child];
      index = child;
    }
    heap[index] = task;
  }
}
