import type { Grammar } from "./grammar.ts";

export const TURKISH: Grammar = {
  language: "tr",
  between: " ",
  isInCharacters: false,
  syllables:
    "ak bal çam dağ el gök ha ış kar lar mer nur oğ pek rüz sar şen tur un yıl züm can bey han kul su taş gül er",
  sentences: [
    "{when} {who} {where} {what} {did}.",
    "{who}, {what} {how} {did} diye anlatılır.",
    "Ama {who} {when} {what} bir daha görmedi.",
    "{where} oturan {who} {how} {what} {did}.",
    "“Kim {what} {did}?” diye sordu {who} {when}.",
    "Sonra {who} {where} gidip {what} {did}.",
  ],
  slots: {
    when: "şafaktan önce/akşama doğru/ertesi sabah/gece yarısı/geçen güz/ilkbaharın başında/güneş batarken/fırtınadan sonra/üçüncü gün/sular çekilince/bayram arifesinde/yağmur dinince",
    who: "fener bekçisi/yaşlı balıkçı/kaptanın kızı/postacı/genç dümenci/gümrük memuru/komşu köyün marangozu/topal tüccar/iki kardeş/kuzeyden gelen konuk/yazıcı/kayığını yitiren sandalcı/dul Şükriye/küçük çırak",
    where:
      "iskelenin ucunda/ak kayalı adada/dalgakıranda/çarşının ara sokağında/eski ambarda/tepedeki okulda/ırmağın ağzında/taş duvarın dibinde/hanın avlusunda/tuz tarlasında/geçit yerinde/çan kulesinin altında",
    what: "yırtık ağı/iki teneke yağı/kayıp mektubu/eski haritayı/bakır çanı/ıslak defteri/yeni yelkeni/pusulayı/yedi gümüşü/kuru balığı/kırık küreği/kızıl bayrağı/üç çuval pirinci/lambanın fitilini",
    did: "onardı/buldu/sakladı/sattı/getirdi/denize attı/saydı/ödünç verdi/yaktı/geri verdi/kopya etti/bağladı",
    how: "sessizce/gülerek/ağır ağır/büyük bir telaşla/dikkatle/tek başına/yüksek sesle/gözlerini yumup/yalınayak/titreyen elleriyle",
  },
};
