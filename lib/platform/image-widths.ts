/** Pictures smaller than a screen, and screens; the image server makes no others. */
export const IMAGE_SIZES = [96, 160, 240];
export const DEVICE_SIZES = [360, 640, 828, 1080, 1280, 1600, 1920, 2560, 3840];
export const IMAGE_WIDTHS = [...IMAGE_SIZES, ...DEVICE_SIZES];
export const ARTWORK_QUALITY = 60;
