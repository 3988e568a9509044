import type { Origin } from './origin.ts';

/** Names that most families of England, Scotland, Wales and Ireland bear. Order from general knowledge, no table. */
export const british: Origin = {
  name: 'British and Irish',
  share: 690,
  girls:
    'Olivia Amelia Isla Ava Ivy Lily Freya Florence Willow Isabella Mia Ella Emily Evie Sophia Sophie Grace Poppy Elsie Rosie Charlotte Phoebe Daisy Alice Sienna Millie Matilda Eva Ruby Evelyn Harper Maisie Maya Erin Esme Ellie Isabelle Jessica Chloe Thea Luna Mabel Bonnie Arabella Penelope Violet Imogen Lottie Holly Emma Scarlett Lola Molly Layla Lucy Hallie Eliza Orla Robyn Aurora Eleanor Rose Summer Abigail Megan Bella Zara Hannah Amber Lexi Gracie Georgia Eden Ellen Martha Darcie Annabelle Skye Niamh Beatrice Nancy Clara Lara Iris Paige Leah Maria Amelie Heidi Zoe Libby Lydia Faith Francesca Hollie Amy Katie Lacey Bethany Jasmine Caitlin Lauren Nicole Rebecca Sarah Elizabeth Katherine Anna Tilly Victoria Rachel Keira Madison Alexandra Naomi Tia Demi Kayleigh Courtney Shannon Morgan Cerys Ffion Seren Carys Aoife Ciara Saoirse Eilidh Mairi Iona Tabitha Harriet Jemima Ottilie Margot Edith Ada Olive Ophelia Delilah Nevaeh',
  boys: 'Oliver George Noah Arthur Harry Leo Jack Charlie Oscar Jacob Henry Thomas Freddie Alfie Theodore William Theo Archie Joshua Alexander James Isaac Edward Lucas Tommy Finley Max Logan Ethan Teddy Benjamin Joseph Sebastian Harrison Elijah Daniel Samuel Louie Mason Reuben Albie Rory Jaxon Hugo Luca Zachary Reggie Hunter Louis Dylan Jude David Albert Frankie Roman Ezra Toby Riley Carter Ronnie Frederick Gabriel Stanley Bobby Jesse Michael Elliot Grayson Liam Ellis Jenson Harvey Harley Jake Ralph Rowan Elliott Jasper Ollie Charles Finn Felix Caleb Chester Jackson Hudson Leon Ryan Tyler Callum Connor Luke Matthew Adam Nathan Aaron Jamie Kai Kian Cameron Owen Rhys Evan Ewan Lewis Kyle Bradley Brandon Jay Robert John Christopher Andrew Peter Patrick Sean Declan Cian Fergus Angus Hamish Lachlan Osian Gethin Iwan Tomos Dewi Corey Josh Blake Billy Robbie Rafferty Rupert Barnaby Monty Otis Rufus Vinnie Kobi Zac Zane Tristan Dexter Denzel',
  surnames:
    'Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Patterson Hughes Edwards Turner Hill Moore Cooper Ward Morris Clark Lee King Baker Harrison Morgan Allen James Scott Phillips Watson Davis Parker Price Bennett Young Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw Murphy Miller Cox Richards Marshall Anderson Simpson Ellis Adams Wilkinson Foster Chapman Mason Gray Webb Rogers Gibson Hunt Mills Palmer Campbell Holmes Lloyd Matthews Butler Barnes Fisher Knight Thomas Stevens Jenkins Russell Dixon Fletcher Harvey Pearson Graham Howard Andrews Reynolds Payne Fox Pearce Day Cole West Gordon Lawrence Sutton Grant Rose Hart Ryan Hayes Burton Newman Spencer Booth Sharp Dean Cross Byrne Doyle Walsh Gallagher Kennedy Murray Reid Stewart Robertson Macdonald Mackenzie Owen Powell Rees Bowen Pugh Vaughan Hopkins Rowlands Lowe Wells Nicholls Bird Poole Kirk Barker Hargreaves Ashworth Greenwood Sutcliffe Hartley Metcalfe',
  rarer: {
    beginnings:
      'Ash Black Brad Brook Bur Car Chad Clay Cole Cran Crow Dun East Elm Fair Farn Gold Green Had Ham Hart Hay Hazel Hol Horn Hunt Ker Kings Lang Lin Lock Long Mar Mel Mid Mill Nor North Oak Old Pad Pem Pres Rad Red Ring Rother Row Rush Sand Sel Shel Sher Stan Stock Strat Sud Swan Thorn Thur Under Wake Wal War Wes Whit Wil Win Wood Wy York',
    endings:
      'ton ley ford worth field well wood ham man bury by den combe ridge stead wick land more house croft hurst gate brook dale bridge son cliffe shaw good thwaite bourne cote ing ell ett',
    share: 0.66,
  },
};
