/** Whether that is the URL by which an Argo CD names the cluster on which it runs: one that leads elsewhere from anywhere else. */
export function isArgocdItself(url: string): boolean {
  return /^https:\/\/kubernetes\.default(?:\.svc(?:\.cluster\.local)?)?(?::\d+)?\/?$/.test(
    url,
  );
}
