"use client";

import { ErrorPage } from "@/components/platform/error-page";

export default ErrorPage;
