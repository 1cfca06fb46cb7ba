/** Where `kubectl apply` repeats all that it was given, as text. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
