/** How that which is waited for is now. */
export interface Sight {
  arrived: boolean;
  state: string;
  /** In words. */
  line: string;
}
