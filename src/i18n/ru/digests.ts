export const digests = {};
