export const goalpostYml = (zone: string): string => zone;
