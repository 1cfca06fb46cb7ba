import type { GitHostFault } from './Fault';

/** The fault that lasts, and whom it strikes. */
export class FaultPlan {
  #fault: GitHostFault | undefined;
  #seen = 0;

  set(fault: GitHostFault | undefined): void {
    this.#fault = fault;
    this.#seen = 0;
  }

  /** The fault, where it strikes a request. */
  next(method: string): GitHostFault | undefined {
    const fault = this.#fault;
    if (!fault || (fault.methods && !fault.methods.includes(method))) {
      return undefined;
    }
    const { after = 0, times = Infinity } = fault;
    const turn = this.#seen++;
    return turn >= after && turn < after + times ? fault : undefined;
  }
}
