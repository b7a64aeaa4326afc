/** One that fades out is at once nothing more to keys and to whoever listens. */
export const heroProps = (isShown: boolean) => ({
  "data-hero": isShown,
  inert: !isShown,
  "aria-hidden": !isShown,
});
