/** How engines name the field that breaks a policy within their messages. */
const patterns = [
  // Kyverno: … failed at path /spec/containers/0/securityContext/privileged/
  /failed at path (\/\S+)/,
  // Pod Security checks: spec.containers[0].securityContext.privileged is forbidden
  /\b(spec(?:\.[\w-]+|\[\d+\])+) is (?:forbidden|required)/i,
  // CEL and custom policies: must set spec.template.spec.hostNetwork
  /\b((?:spec|metadata)(?:\.[A-Za-z][\w-]*|\[\d+\])+)/,
];

/** The offending field, as `spec.containers[0].securityContext`, where the message names it. */
export function fieldIn(message: string): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(message)?.[1];
    if (found) {
      return found.startsWith('/') ? dotted(found) : found;
    }
  }
  return undefined;
}

/** `/spec/containers/0/image/` as `spec.containers[0].image`. */
function dotted(path: string): string {
  return path
    .split('/')
    .filter(Boolean)
    .map((part, index) => {
      const name = part.replace(/[.,;:]+$/, '');
      if (/^\d+$/.test(name)) {
        return `[${name}]`;
      }
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}
