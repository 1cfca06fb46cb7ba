/** A hub and its spokes. */
export function FleetIcon() {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="3.2" fill="currentColor" stroke="none" />
      <path d="M12 8.8V5.6M14.8 13.6l2.8 1.6M9.2 13.6l-2.8 1.6" />
      <circle cx="12" cy="4" r="1.8" />
      <circle cx="19.2" cy="16.2" r="1.8" />
      <circle cx="4.8" cy="16.2" r="1.8" />
    </svg>
  );
}
