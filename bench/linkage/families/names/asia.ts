import type { Origin } from './origin.ts';

const ownNamesOfWomen = ['Begum', 'Bibi', 'Khatun', 'Akhtar', 'Parveen', 'Kausar'] as const;

function bangladeshiGirl(surname: string, chance: number): string {
  return chance < 0.35 ? (ownNamesOfWomen[Math.floor((chance / 0.35) * 6)] ?? 'Begum') : surname;
}

/** Names of families that came from Asia. Order from general knowledge, no table. */
export const asia: readonly Origin[] = [
  {
    name: 'Pakistan',
    share: 42,
    girls:
      'Fatima Maryam Aisha Zara Hafsa Zainab Khadija Ayesha Amina Hania Inaya Anaya Eshaal Minahil Sana Iqra Aliza Alishba Sumaya Haniya Safa Laiba Maira Noor Zoya Mahnoor Rabia Saira Hira Mehreen',
    boys: 'Muhammad Ibrahim Yusuf Ali Ahmed Musa Abdullah Hamza Mohammed Hassan Umar Zayn Adam Ismail Haris Zain Bilal Rayyan Mustafa Eesa Usman Faizan Hussain Ayaan Haider Daniyal Awais Rehan Shahzaib Junaid',
    surnames:
      'Khan Hussain Ahmed Ali Mahmood Akhtar Iqbal Malik Shah Mohammed Hussein Raja Mirza Aslam Butt Chaudhry Qureshi Sheikh Bashir Javed Rafiq Saleem Nawaz Rashid Arshad Zaman Younis Aziz Shabir Anwar',
    rarer: {
      beginnings: 'Abdul Ghul Mah Nas Naz Raz Sar Shaf Taj War Zul Zub',
      endings: 'am ar eer ir ullah zad ain iq',
      share: 0.35,
    },
    ofGirls: (surname, chance) => bangladeshiGirl(surname, chance * 1.7),
    swapped: 6,
  },
  {
    name: 'India',
    share: 34,
    girls:
      'Aanya Diya Saanvi Anaya Aadhya Myra Anika Riya Isha Kavya Meera Priya Jasleen Simran Harleen Gurleen Avani Nisha Tara Pooja Shreya Ananya Navya Amrit Kiran',
    boys: 'Aarav Arjun Vihaan Krish Rohan Dev Ayaan Ishaan Arnav Reyansh Karan Harjot Gurpreet Jaspreet Amar Nikhil Rahul Dhruv Kabir Om Veer Yash Manav Akash Aditya',
    surnames:
      'Patel Singh Sharma Shah Kumar Mistry Gupta Reddy Nair Desai Joshi Mehta Rao Parmar Chauhan Thomas Mathew Varghese Dhillon Gill Sandhu Sidhu Grewal Bains Iyer Menon Chopra Kapoor Verma Solanki',
    ofGirls: (surname, chance) => (surname === 'Singh' && chance < 0.85 ? 'Kaur' : surname),
    swapped: 5,
  },
  {
    name: 'Bangladesh',
    share: 16,
    girls:
      'Fatima Maryam Aisha Zahra Nusrat Tasnim Sumaiya Tahmina Ayesha Nadia Sadia Raisa Jannat Mim Farhana Samira Hafiza Maisha Safiya Anisa',
    boys: 'Muhammad Mohammed Yusuf Ibrahim Rahim Tahmid Sami Abdul Zakir Rafi Tanvir Imran Mahdi Ismail Nafis Shah Aryan Zubair Adnan Kamrul',
    surnames:
      'Ahmed Ali Hussain Miah Uddin Rahman Islam Khan Hoque Chowdhury Begum Alam Haque Choudhury Kabir Mia Karim Sarkar Talukder Hasan',
    ofGirls: bangladeshiGirl,
    firstOfJanuary: 6,
    swapped: 8,
  },
  {
    name: 'China and Hong Kong',
    share: 14,
    girls: 'Emily Sophia Yuxin Yi Mei Xinyi Chloe Hoi Tsz Jia Yan Zihan Ka Wing Jasmine Zixuan',
    boys: 'Jason Lucas Zihao Yichen Haoyu Jayden Ho Chun Wei Ethan Lok Yat Hao Jun Aiden Kwan',
    surnames:
      'Wong Chan Li Wang Zhang Chen Liu Lam Cheung Lee Yang Huang Ng Leung Wu Zhao Ho Lau Zhou Xu Tang Lin Yip Chow',
    swapped: 25,
  },
  {
    name: 'Vietnam, the Philippines and Thailand',
    share: 9,
    girls: 'Linh Anh Trang Mai Althea Angel Princess Sophia Ngoc Thao Maria Ploy',
    boys: 'Minh Anh Duc Nathaniel Jacob Gabriel Huy Khanh Long John Mark Angelo',
    surnames:
      'Nguyen Tran Le Pham Hoang Phan Vu Santos Reyes Cruz Bautista Garcia Dela_Cruz Mendoza Ramos Dang Bui',
    swapped: 20,
  },
  {
    name: 'Turkey, Kurdistan, Iraq and Iran',
    share: 16,
    girls: 'Zeynep Elif Defne Asel Eylül Sara Lana Rojin Dilan Fatemeh Zahra Hana Narges Mina Shilan Tara',
    boys: 'Yusuf Alp Miran Eymen Ömer Ali Muhammed Arman Amir Rebin Aras Hüseyin Mehdi Diyar Mustafa Reza',
    surnames:
      'Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Arslan Doğan Kılıç Ahmad Hassan Ali Mohammed Karimi Hosseini Rezaei Ahmadi Rasul Aziz Osman Salih',
    firstOfJanuary: 30,
    swapped: 6,
  },
  {
    name: 'Afghanistan and Syria',
    share: 14,
    girls: 'Zahra Maryam Fatima Sara Hasti Rayan Sham Aya Lamar Asma Yusra Nargis Setayesh Malak',
    boys: 'Mohammad Ahmad Omar Ali Yousef Mohammed Abdul Hamid Ibrahim Mahdi Elyas Khaled Mustafa Anas',
    surnames:
      'Ahmadi Khan Mohammadi Rahimi Hussaini Karimi Noori Safi Amiri Al-Hassan Al-Ahmad Haddad Khalil Ibrahim Hamdan Stanikzai Zadran Miakhel Alokozai',
    firstOfJanuary: 130,
    swapped: 10,
  },
];
