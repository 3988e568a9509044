import type { Origin } from './origin.ts';

/** Names of families that came from Africa and the Caribbean. Order from general knowledge, no table. */
export const africa: readonly Origin[] = [
  {
    name: 'Nigeria and Ghana',
    share: 26,
    girls:
      'Esther Grace Deborah Oluwaseun Temiloluwa Chidinma Ama Adaeze Sarah Ruth Favour Blessing Oluwadarasimi Ifeoluwa Abena Akosua Ngozi Chiamaka Toluwani Precious Gift Michelle',
    boys: 'David Emmanuel Samuel Daniel Oluwatobi Ayomide Kwame Chukwuemeka Michael Joseph Kofi Kwabena Ikenna Oluwaseyi Joshua Elijah Tobi Chidi Obinna Prince Nathaniel Yaw',
    surnames:
      'Adeyemi Okafor Mensah Owusu Boateng Okonkwo Adebayo Asante Osei Appiah Ogunleye Balogun Eze Nwosu Ojo Agyemang Amoah Ibrahim Bello Afolabi Okoro Obi Williams Johnson',
    rarer: {
      beginnings: 'Ade Ola Oluwa Ogun Ayo Oye Oko Nwa Onye Chukwu',
      endings: 'bayo wale femi tunde sola yinka leke kunle bunmi nkwo ma',
      share: 0.4,
    },
    swapped: 8,
  },
  {
    name: 'Somalia, Eritrea and Sudan',
    share: 18,
    girls:
      'Aisha Fatima Amina Maryan Hodan Ayan Sumaya Khadija Hamdi Zamzam Ifrah Nimo Sabrin Rahma Salma Selam Hiba Luwam',
    boys: 'Mohamed Abdirahman Ahmed Ali Abdullahi Yusuf Omar Hassan Ibrahim Ismail Abdi Mustafa Zakaria Liban Bilal Filmon Yonas Khalid',
    surnames:
      'Mohamed Ali Ahmed Hassan Abdi Omar Ibrahim Hussein Yusuf Osman Jama Farah Warsame Adan Nur Abdullahi Ismail Haile Tesfay Gebremedhin Idris Elmi',
    firstOfJanuary: 70,
    swapped: 10,
  },
  {
    name: 'Zimbabwe, Kenya, Congo and Uganda',
    share: 15,
    girls:
      'Tanaka Ruvimbo Anesu Wanjiru Naomi Grace Tinotenda Makanaka Divine Merveille Achieng Nia Kirabo Faith',
    boys: 'Tinashe Tadiwa Kupakwashe Brian Kamau Kevin Takudzwa Junior Christian Otieno Jordan Makomborero Mukisa Exauce',
    surnames:
      'Moyo Ncube Sibanda Dube Chikwanda Ndlovu Mwangi Otieno Kamau Kabongo Mutombo Ilunga Kalala Mukasa Okello Banda Phiri Chirwa Marufu Gumbo',
    firstOfJanuary: 6,
  },
  {
    name: 'Jamaica and the Caribbean',
    share: 14,
    girls: 'Amara Nevaeh Kiara Tiana Aaliyah Shanice Jada Malia Imani Zuri Renee Kayla Destiny Tamia',
    boys: 'Malachi Elijah Jaydon Kymani Tyrese Zion Jerome Marlon Isaiah Nathaniel Tyrell Kaiden Romario Dante',
    surnames:
      'Brown Williams Campbell Smith Johnson Reid Gordon Grant Thompson Clarke Francis Morgan Lewis Bailey Henry Edwards Stewart Powell Samuels Barrett Pinnock Facey',
  },
];
