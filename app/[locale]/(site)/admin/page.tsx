import { redirect } from "next/navigation";

/** The desk opens on what staff look at first. */
export default function AdminPage() {
  redirect("/admin/status");
}
