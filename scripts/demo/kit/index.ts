export * from "./animals";
export * from "./land";
export * from "./math";
export * from "./paint";
export * from "./people";
export * from "./places";
export * from "./plants";
export * from "./weather";
