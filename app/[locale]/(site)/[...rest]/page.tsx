import { notFound } from "next/navigation";

/** Every address that no page has, so that "not found" wears the site's header and language. */
export default function UnknownPage() {
  notFound();
}
