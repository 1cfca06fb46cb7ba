/** Git tells times by the second, and what has changed, and which came first, by them. */
export function aSecond(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 1_100));
}
