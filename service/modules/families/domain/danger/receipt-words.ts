/** Words that a child can write down and read out: short, of things that everybody has seen, none of them unkind. */
export const receiptWords: readonly string[] = `
  acorn amber anchor apple apron arrow autumn badge bagel baker balloon bamboo banjo barley barn
  basket beach beacon bean bell berry bird biscuit blanket blossom boat book boot bottle branch
  bread breeze brick bridge brook brush bucket butter button cabin cactus cake camel camera
  candle canoe carpet carrot castle cedar chalk cheese cherry circle clay cliff cloak clock cloud
  clover coast cocoa comet compass copper coral corner cotton cradle crayon cricket crown cube
  cushion daisy dolphin donkey door drum duck eagle easel echo ember engine fabric falcon fawn
  feather fern ferry field finch flag flame flint flower flute forest fossil fountain fox frog
  garden garlic gate ginger glass glove goat gravel guitar hammer harbour harp hazel hedge hill
  honey horn island ivory jacket jelly jigsaw juniper kettle key kite kitten ladder lake lamp
  lantern lemon lilac lily linen lion lizard lobster magnet mango maple marble market meadow
  melon mint mirror mitten moon moss mountain muffin nest noodle nutmeg oak ocean olive orange
  orchard otter oven owl paddle palm panda paper parcel parrot pasta path peach pebble pencil
  penguin pepper piano picnic pillow pine planet plum pocket pond pony poppy potato pumpkin
  puppet puzzle quilt rabbit radish raft rain raven ribbon river robin rocket rope rose saddle
  sail salad salmon sandal saucer scarf seal shell shovel silver sledge snow sparrow spoon spring
  squirrel star stone sugar summer sunset swan table teapot tiger toast tomato trail train tulip
  tunnel turtle valley velvet violet violin wagon walnut water whale wheat whistle willow window
  winter wool wren yarn yellow zebra
`
  .trim()
  .split(/\s+/);
