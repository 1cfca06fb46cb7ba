/** How a call fails, with what was answered; without a status it does not. */
export async function failure(
  call: Promise<unknown>,
): Promise<{ status?: number; data?: { message: string } }> {
  const error = await call.then(
    () => undefined,
    thrown => thrown,
  );
  return { status: error?.status, data: error?.response?.data };
}
