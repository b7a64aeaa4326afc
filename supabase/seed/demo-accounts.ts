export const DEMO_PASSWORD = "cineverse-demo";

export type DemoAccount = {
  email: string;
  username: string;
  name: string;
  role: "user" | "creator" | "operator" | "moderator" | "admin" | "super_admin";
  tier: "free" | "basic" | "premium" | "vip";
  hasKidsViewer?: boolean;
};

const account = (
  username: string,
  name: string,
  rights: Pick<DemoAccount, "role" | "tier" | "hasKidsViewer">,
): DemoAccount => ({ email: `${username}@cineverse.test`, username: `${username}_demo`, name, ...rights });

export const DEMO_ACCOUNTS: DemoAccount[] = [
  account("free", "Felix Free", { role: "user", tier: "free" }),
  account("basic", "Bao Basic", { role: "user", tier: "basic" }),
  account("premium", "Petra Premium", { role: "user", tier: "premium" }),
  account("vip", "Vi Vip", { role: "user", tier: "vip", hasKidsViewer: true }),
  account("creator", "Cam Creator", { role: "creator", tier: "premium" }),
  account("operator", "Oda Operator", { role: "operator", tier: "free" }),
  account("moderator", "Mai Moderator", { role: "moderator", tier: "basic" }),
  account("admin", "Ada Admin", { role: "admin", tier: "vip" }),
  account("superadmin", "Sam Superadmin", { role: "super_admin", tier: "vip" }),
];
