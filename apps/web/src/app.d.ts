// The app needs nothing from Kit's App namespace; this file makes Kit's own ambient types known to the checker.
/// <reference types="@sveltejs/kit" />
export {};
