CREATE OR REPLACE TRIGGER model_changed BEFORE UPDATE OF version, weights, mean, hla_method, hla_loci, least_loci, visual_step,
  trait_step, band_middle, band_high, least_ratings, least_traits, created_at ON affinity.model
  FOR EACH ROW EXECUTE FUNCTION affinity.model_changed();
CREATE OR REPLACE TRIGGER model_begun BEFORE INSERT ON affinity.model FOR EACH ROW EXECUTE FUNCTION affinity.model_begun();
