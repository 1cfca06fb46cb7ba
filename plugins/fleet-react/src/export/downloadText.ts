/**
 * Hands a text to the browser as a file.
 *
 * @public
 */
export function downloadText(file: {
  name: string;
  type: string;
  text: string;
}): void {
  const url = URL.createObjectURL(new Blob([file.text], { type: file.type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = file.name;
  anchor.click();
  URL.revokeObjectURL(url);
}
