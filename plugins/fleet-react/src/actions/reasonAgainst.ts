/**
 * Why a button that needs a permission cannot be used; nothing when it can.
 *
 * @public
 */
export function reasonAgainst(
  permission: { allowed: boolean; loading: boolean },
  { name }: { name: string },
): string | undefined {
  if (permission.loading) {
    return 'Asking whether you may';
  }
  return permission.allowed ? undefined : `You need the permission ${name}`;
}
